# Shared by ./run and ./check: installs what is missing with apt, saying what, asking nothing.
# Sourced, not run; expects to be in the project's root.

BUILD_PACKAGES="cmake ninja-build g++ ccache git qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools
  qt6-l10n-tools libgl-dev libpugixml-dev libboost-dev libexpected-dev libspdlog-dev libfmt-dev nlohmann-json3-dev qtkeychain-qt6-dev libcli11-dev libkrb5-dev libssl-dev pkg-config librsvg2-bin"
RUN_PACKAGES="fonts-noto-core gss-ntlmssp"
TEST_PACKAGES="libgtest-dev libgmock-dev libexpat1-dev xvfb xauth xdotool imagemagick openssl
  krb5-kdc krb5-admin-server krb5-user python3-winrm dbus-daemon gnome-keyring libsecret-1-0"
WINDOWS_PACKAGES="g++-mingw-w64-x86-64-posix libgtest-dev imagemagick nsis zip"
DEB_PACKAGES="dpkg-dev file help2man"
DEB_TEST_PACKAGES="lintian appstream desktop-file-utils mmdebstrap"
CHECK_PACKAGES="clang lld libclang-rt-dev clang-format clang-tidy"
WINE_PACKAGES="wine wine64 winbind xvfb xauth python3 openssl osslsigncode"

say() { printf '== %s\n' "$*"; }

install_packages() {
  command -v dpkg-query >/dev/null || { say "No dpkg here: expecting the packages named in .ci/setup.sh to be installed"; return 0; }
  local missing="" package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  say "Installing with apt:$missing"
  local sudo=""
  [ "$(id -u)" = 0 ] || sudo=sudo
  # shellcheck disable=SC2086
  $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
}
