/** What makes an address of the web the same as another: not its protocol, `www.` or last slash. */
export function plainAddress(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
