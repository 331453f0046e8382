# What starts Normscape's command line: sets what the natives need in the environment, and starts Java. The launchers
# read it with "source": that of the source tree, which builds first, and that of the archive, which has everything.
# It needs bash.

fail() {
  echo "normscape: $1" >&2
  exit 1
}

# Finds a Java of version 17 or newer; $1 says what is needed: a JDK to build, a Java runtime to run.
find_java() {
  java=${JAVA_HOME:+$JAVA_HOME/bin/java}
  java=${java:-$(command -v java || true)}
  [ -x "${java:-}" ] || fail "$1 of version 17 or newer is needed, but no java was found. To fix: install one, or set JAVA_HOME."
  release=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p')
  [ "${release%%.*}" -ge 17 ] 2>/dev/null ||
    fail "$1 of version 17 or newer is needed, but $java is version $release. To fix: set JAVA_HOME to a newer one."
}

# Whether the processor has an instruction set, by its name in this file.
processor=${NORMSCAPE_CPUINFO:-/proc/cpuinfo}
has() {
  [ "$(uname -sm)" = "Linux x86_64" ] && grep -qwm1 "$1" "$processor" 2>/dev/null
}

# Large tensors in huge pages that are kept, not given back and faulted in again by every operation: glibc 2.35 on.
set_allocator() {
  local version
  version=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed -n 's/^glibc 2\.\([0-9]*\).*/\1/p')
  if [ -z "${GLIBC_TUNABLES:-}" ] && [ "${version:-0}" -ge 35 ]; then
    export GLIBC_TUNABLES=glibc.malloc.hugetlb=1:glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=100000000000:glibc.malloc.arena_max=1:glibc.malloc.top_pad=268435456
  fi
}

# ND4J computes on three sets of threads in turn, OpenMP's, OpenBLAS's and Java's: one that waits must not keep a core busy for long.
set_waiting() {
  export GOMP_SPINCOUNT=${GOMP_SPINCOUNT:-10000}
  export OPENBLAS_THREAD_TIMEOUT=${OPENBLAS_THREAD_TIMEOUT:-4}
}

# ND4J's OpenBLAS is of 2021. It takes processors that it does not know for very old ones, and among its kernels are some
# that multiply float64 wrongly: docs/environment.md.
set_blas() {
  if [ -n "${OPENBLAS_CORETYPE:-}" ]; then
    return
  elif has avx512bw && has avx512dq && has avx512vl && has avx512cd; then
    export OPENBLAS_CORETYPE=SkylakeX
  elif has avx2 && has fma; then
    export OPENBLAS_CORETYPE=Haswell
  fi
}

# Progress is a bar on a terminal that can go back to the start of a line, as wide as it is; plain lines elsewhere.
set_terminal() {
  if [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; then
    local size
    size=$(stty size <&2 2>/dev/null || true)
    options+=(-Dnormscape.terminal=true "-Dnormscape.columns=${size#* }")
  fi
}

# Without --verbose, remarks of natives are taken out of what they write to standard error. All else passes, a crash's
# last words too. Java's own lines do not wait for that: they go to the standard error of the launcher, which Java finds
# at descriptor 0, since it reads nothing.
set_voice() {
  if [[ " $* " == *" --verbose "* ]]; then
    export TF_CPP_MIN_LOG_LEVEL=${TF_CPP_MIN_LOG_LEVEL:-0} NORMSCAPE_LOG=${NORMSCAPE_LOG:-INFO}
  elif [ -z "${TF_CPP_MIN_LOG_LEVEL:-}" ]; then
    export TF_CPP_MIN_LOG_LEVEL=2
    local remarks='^(WARNING: All log messages before absl::InitializeLog|[IW][0-9]{4} [0-9:.]+ +[0-9]+ [^ ]+:[0-9]+\])'
    exec 3>&2
    exec 2> >(trap '' INT TERM HUP; exec grep --line-buffered -Ev "$remarks" >&3)
    exec 0>&3 3>&-
    options+=(-Dnormscape.err=0)
  fi
}

# What Java is started with; a launcher may have more to say.
options=()

# Starts Java in place of this script: with a class path, a main class, the commit that was built, and arguments.
launch() {
  local class_path=$1 main=$2 commit=$3
  shift 3
  set_allocator
  set_waiting
  set_blas
  # All that this machine needs is set: the library has nothing to say about it.
  export NORMSCAPE_LAUNCHER=1
  # The cores belong to the kernels: a collector without threads of its own, and little room for garbage, of which steps leave none.
  options+=(-XX:+UseSerialGC -Xmn48m -Djava.awt.headless=true -Dorg.bytedeco.javacpp.logger=slf4j -Dorg.bytedeco.javacpp.maxbytes=0 -Dorg.bytedeco.javacpp.maxphysicalbytes=0)
  set_terminal
  [ "${release%%.*}" -lt 24 ] || options+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
  set_voice "$@"
  # shellcheck disable=SC2086
  exec "$java" "${options[@]}" "-Dnormscape.commit=$commit" ${NORMSCAPE_JAVA_OPTIONS:-} -cp "$class_path${NORMSCAPE_CLASS_PATH:+:$NORMSCAPE_CLASS_PATH}" "$main" "$@"
}
