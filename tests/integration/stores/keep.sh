# Keeps one server for a test: starts and kills it as it is told, a line a command, and takes it and its folder away when
# the test is over. Whether the test passed, failed or was itself killed makes no difference: its end closes our input.
# Usage: sh keep.sh FOLDER COMMAND [ARGUMENT...]
folder=$1
shift
cd "$folder" || exit 1
server=
end() {
  [ -z "$server" ] || { kill -KILL "$server" && wait "$server"; } 2>/dev/null
  server=
}
while read -r command; do
  case $command in
    start) "$@" >>server.log 2>&1 </dev/null & server=$! ;;
    kill) end ;;
  esac
  echo "$command"
done
end
rm -rf "$folder"
