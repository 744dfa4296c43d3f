#!/usr/bin/env bash
# package.sh BINARY FOLDER [VERSION]: makes FOLDER/collega_VERSION_ARCHITECTURE.deb of a program that was built, with the pages beside
# it when there are any. Prints its path. The same program at the same commit gives the same bytes.
set -euo pipefail

[ $# -ge 2 ] || { echo "usage: package.sh BINARY FOLDER [VERSION]" >&2; exit 2; }
binary=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
here=$(realpath "$(dirname "$0")/..")
version=${3:-$(sed -nE 's/^project\(collega VERSION ([0-9.]+).*/\1/p' "$here/CMakeLists.txt")}
maintainer="The maintainers of Collega <maintainers@collega.invalid>"
architecture=$(dpkg --print-architecture)
command -v dpkg-shlibdeps >/dev/null || { echo "package.sh: needs the Debian package dpkg-dev" >&2; exit 1; }

# When the source was last changed: the times in the package, so that it can be made again.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$here" log -1 --format=%ct 2>/dev/null || stat -c %Y "$here/CHANGELOG.md")}
export SOURCE_DATE_EPOCH

umask 022
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
put() { install -D -m "$1" "$2" "$root/$3"; }
put_gzipped() { install -d "$root/$(dirname "$2")"; gzip -9n <"$1" >"$root/$2.gz"; chmod 644 "$root/$2.gz"; }

put 755 "$binary" usr/bin/collega
strip --strip-all --remove-section=.comment --remove-section=.note "$root/usr/bin/collega"
pages=$(dirname "$binary")/pages
if [ -e "$pages/index.html" ]; then
  install -d "$root/usr/share/collega"
  cp -r "$pages" "$root/usr/share/collega/pages"
fi

packaging=$here/packaging
put 644 "$packaging/collega.service" lib/systemd/system/collega.service
put 644 "$packaging/collega-backup.service" lib/systemd/system/collega-backup.service
put 644 "$packaging/collega-backup.timer" lib/systemd/system/collega-backup.timer
put 755 "$packaging/backup" usr/lib/collega/backup
put 644 "$packaging/collega.default" etc/default/collega
put_gzipped "$packaging/collega.1" usr/share/man/man1/collega.1
doc=usr/share/doc/collega
put 644 "$packaging/copyright" $doc/copyright
put_gzipped "$here/CHANGELOG.md" $doc/CHANGELOG.md
printf 'collega (%s) bookworm; urgency=medium\n\n  * See CHANGELOG.md.gz.\n\n -- %s  %s\n' \
  "$version" "$maintainer" "$(date -R -u -d "@$SOURCE_DATE_EPOCH")" >"$work/changelog"
put_gzipped "$work/changelog" $doc/changelog
for page in install records import http; do
  if [ -e "$here/docs/$page.md" ]; then put 644 "$here/docs/$page.md" "$doc/$page.md"; fi
done

# What the program is linked to, as Debian names it; beside that, what its libraries read at run time.
mkdir -p "$work/shlibs/debian"
printf 'Source: collega\n\nPackage: collega\nArchitecture: any\n' >"$work/shlibs/debian/control"
libraries=$(cd "$work/shlibs" && dpkg-shlibdeps -O --ignore-missing-info "$root/usr/bin/collega" 2>/dev/null)
libraries=${libraries#shlibs:Depends=}
[ -n "$libraries" ] || { echo "package.sh: dpkg-shlibdeps found no libraries" >&2; exit 1; }

install -d "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: collega
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Section: misc
Priority: optional
Installed-Size: $(du -k -s --apparent-size --exclude=DEBIAN "$root" | cut -f 1)
Depends: $libraries, adduser, poppler-data, tesseract-ocr-eng, tesseract-ocr-nld, fonts-dejavu-core, fonts-liberation2
Suggests: postgresql
Description: HR office that shows its reasons, on your own machine
 Collega keeps the records of an organisation, reads documents and makes
 proposals, each with its reasons and sources. A person decides, and a ledger
 keeps what was proposed and decided. Nothing leaves the machine.
 .
 This package has the program, a service that opens it to browsers and
 programs, and a nightly backup that can be switched on.
CONTROL
for script in postinst prerm postrm; do install -m 755 "$packaging/$script" "$root/DEBIAN/$script"; done
echo /etc/default/collega >"$root/DEBIAN/conffiles"
(cd "$root" && find . -path ./DEBIAN -prune -o -path ./etc -prune -o -type f -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' md5sum) >"$root/DEBIAN/md5sums"
chmod 644 "$root/DEBIAN/control" "$root/DEBIAN/conffiles" "$root/DEBIAN/md5sums"

find "$root" -newermt "@$SOURCE_DATE_EPOCH" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
package=$folder/collega_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$package" >/dev/null
echo "$package"
