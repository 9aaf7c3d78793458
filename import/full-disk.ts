const codes = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** Whether a file could not be written for want of room: on the disk, in a quota, or in the file. */
export function isFullDisk({ code = '' }: NodeJS.ErrnoException): boolean {
  return codes.includes(code);
}
