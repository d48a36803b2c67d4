#!/bin/bash
# Build, check, install and use Disproof as a Flatpak, on a bare Debian 12, without Flathub: the GNOME
# runtime is stood in for by one made of Debian packages (flatpak/standin). As root.
#
# usage: [SUITE=trixie] [WORK=folder] flatpak/build.sh
#   SUITE   the Debian release the stand-in is made of: trixie (GTK 4.18) or forky (later)
#   WORK    scratch space, about 2 GB at its peak; not under /tmp
# Leaves WORK/app.flatpak, the bundle, and WORK/shots/*.png.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/standin/common.sh"
packages=(
  flatpak flatpak-builder librsvg2-common ostree bubblewrap mmdebstrap jq elfutils desktop-file-utils dbus dbus-x11 fuse3
  xvfb xauth x11-utils xdotool imagemagick openbox libglib2.0-bin xdg-desktop-portal xdg-desktop-portal-gtk
)
missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} != 0 ]; then
  step "tools: ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$WORK/tools.log" 2>&1 ||
    { tail "$WORK/tools.log"; fail "tools"; }
fi
made_of=$(cat "$here"/standin/{make-runtime.sh,*.packages,sdk-defaults.json} | sha256sum)
if [ "$(cat "$WORK/runtime-made-of.$SUITE" 2>/dev/null)" != "$made_of" ]; then
  step "runtime and SDK out of Debian $SUITE (a few minutes, once)"
  "$here/standin/make-runtime.sh" "$SUITE" "$WORK"
  printf '%s\n' "$made_of" >"$WORK/runtime-made-of.$SUITE"
fi
DROP_MODULES=cmark "$here/standin/build-app.sh" "$here/io.github.disproof.Disproof.yml"
"$here/standin/check-app.sh" "$here/permissions"
"$here/standin/run-app.sh"
step "the bundle: $WORK/app.flatpak ($(stat -c %s "$WORK/app.flatpak") bytes)"
step "pictures of it: $WORK/shots"
