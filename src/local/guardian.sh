#!/bin/sh
# Runs a command that must not outlive the process that started this script.
#   guardian.sh <grace in s> <pid file> <log file> <command> [argument ...]
# The starter holds the other end of standard input and writes nothing: its end, by close or by
# kill -9, ends the command, with SIGTERM and after the grace with SIGKILL. The script has to run
# in a session of its own, where neither Ctrl-C nor a signal to the starter's group reaches it.
# The command's pid goes to standard output, its output to the log file.
grace=$1 pid_file=$2 log=$3
shift 3

# A command in the background gets /dev/null for standard input, so that the pipe moves to 3.
exec 3<&0 </dev/null
"$@" 3<&- >"$log" 2>&1 &
command=$!
echo "$command" >"$pid_file"
echo "$command"
exec >&- 2>&-

(
  while read -r _; do :; done
  kill -TERM "$command"
  waited=0
  while [ "$waited" -lt "$grace" ]; do
    sleep 1
    waited=$((waited + 1))
  done
  kill -KILL "$command"
) <&3 &
watcher=$!
exec 3<&-

wait "$command"
code=$?
kill -KILL "$watcher"
# Unless the next start has already put its own number there.
[ "$(cat "$pid_file")" = "$command" ] && rm -f "$pid_file"
exit "$code"
