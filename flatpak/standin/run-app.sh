#!/bin/bash
# Install the bundle and use the app inside its sandbox: command line, window, a forwarded file.
# usage: run-app.sh                  (after build-app.sh; needs dbus, Xvfb, xdotool, ImageMagick,
#                                     openbox, xdg-desktop-portal, xdg-desktop-portal-gtk)
set -euo pipefail
. "$(dirname "$0")/common.sh"
id=$(cat "$WORK/app.id") shots=$WORK/shots
mkdir -p "$shots"

step "install from the single file"
flatpak --user uninstall -y --noninteractive "$id" >/dev/null 2>&1 || :
flatpak --user install -y --noninteractive "$WORK/app.flatpak" >/dev/null 2>"$WORK/install.log" || { cat "$WORK/install.log"; fail install; }

step "command line in the sandbox"
cli() { flatpak run --user --command=disproof-cli "$id" "$@"; }
printf '<html lang="en"><head><title>A page</title></head><body><article><h1>A page</h1><p>%s</p><p>%s</p></article></body></html>' \
  "The protests were planned abroad, a commentator said on Friday." "He gave no evidence for it, and none has come up since then." >"$HOME/page.html"
cli extract "$HOME/page.html" >/dev/null 2>&1 && fail "a file of the home can be read without being handed over"
data=$HOME/.var/app/$id/data
mkdir -p "$data"
cp "$HOME/page.html" "$data/page.html"
cli extract "$data/page.html" | jq -e '.title == "A page" and (.blocks | length == 2)' >/dev/null || fail "extract"
rm -rf "$data/case"
cli new "$data/case" --file "$data/page.html" | jq -e .id >/dev/null || fail "new"
cli validate "$data/case" | jq -e .ok >/dev/null || fail "validate"
cli ranking kazakhstan corruption 2020 | grep 94 >/dev/null || fail "the ranking tables are not there"

step "window and portals under Xvfb"
cat >"$WORK/session.sh" <<'S'
set -u
for i in $(seq 100); do xdpyinfo >/dev/null 2>&1 && break; sleep .1; done
openbox >/dev/null 2>&1 & wm=$!
/usr/libexec/xdg-document-portal >/dev/null 2>&1 & docs=$!
/usr/libexec/xdg-desktop-portal-gtk >/dev/null 2>&1 & gtk=$!
sleep 1
XDG_CURRENT_DESKTOP=gtk /usr/libexec/xdg-desktop-portal >/dev/null 2>&1 & portal=$!
for i in $(seq 100); do
  gdbus call --session --dest org.freedesktop.portal.Desktop --object-path /org/freedesktop/portal/desktop \
    --method org.freedesktop.DBus.Properties.Get org.freedesktop.portal.FileChooser version >/dev/null 2>&1 && break
  sleep .1
done
wait_for() { for i in $(seq 200); do xdotool search --onlyvisible --name "$1" >/dev/null 2>&1 && return 0; sleep .1; done; return 1; }
rc=0

# the library, on a first start: no dialog, a library in the data folder
flatpak run --user "$ID" >"$WORK/window.log" 2>&1 & app=$!
if wait_for '^Library$'; then sleep 2; import -window root "$SHOTS/library.png"; else echo "no library window"; cat "$WORK/window.log"; rc=1; fi
flatpak kill "$ID"; wait $app 2>/dev/null

# a page handed over on the command line goes through the document portal and becomes a case
flatpak run --user --file-forwarding "$ID" @@ "$HOME/page.html" @@ >"$WORK/page.log" 2>&1 & app=$!
if wait_for 'A page'; then sleep 2; import -window root "$SHOTS/case.png"; else echo "the forwarded page did not become a case"; cat "$WORK/page.log"; rc=1; fi
flatpak kill "$ID"; wait $app 2>/dev/null
ls "$HOME/.var/app/$ID/data/disproof/library"/*/case.json >/dev/null 2>&1 || { echo "the case is not in the library"; rc=1; }

# what the newer libraries of the runtime have to say about us
grep -hE 'WARNING|CRITICAL' "$WORK/window.log" "$WORK/page.log" && { echo "warnings in the sandbox"; rc=1; }

kill $portal $gtk $docs $wm 2>/dev/null
exit $rc
S
n=90
while [ -e "/tmp/.X11-unix/X$n" ]; do n=$((n + 1)); done
Xvfb ":$n" -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 & x=$!
trap 'kill $x 2>/dev/null' EXIT
ID=$id WORK=$WORK SHOTS=$shots DISPLAY=:$n GTK_A11Y=none timeout 120 \
  dbus-run-session -- bash "$WORK/session.sh" 2>"$WORK/session.log" || { tail -20 "$WORK/session.log"; fail "session"; }
step "all good"
