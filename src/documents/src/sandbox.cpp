#include "sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace collega::documents {
namespace {

// Text of the largest file we read, its fonts and a rendered page fit in a quarter of this; Tesseract with two
// languages takes some 300 MiB on a page at 300 dpi.
constexpr rlim_t kMemoryBytes = rlim_t{3} << 29;  // 1.5 GiB
// Fontconfig and Tesseract hold a few files open at a time.
constexpr rlim_t kOpenFiles = 64;
// The parent replaces a child before it has used half of this; it only ends a child whose parent cannot.
constexpr rlim_t kCpuSeconds = rlim_t{2} * 3600;

// What the libraries read: themselves, fonts, encodings, the data of Tesseract, the time zone, fontconfig's cache.
constexpr std::array kReadable{"/usr",      "/lib",        "/lib64", "/etc/fonts", "/var/cache/fontconfig",
                               "/dev/null", "/dev/urandom"};

bool set_limit(int resource, rlim_t value) {
  const rlimit limit{value, value};
  return setrlimit(static_cast<__rlimit_resource_t>(resource), &limit) == 0;
}

bool limit_resources() {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // they keep a shadow of all memory
  if (!set_limit(RLIMIT_DATA, kMemoryBytes)) return false;
#endif
  return set_limit(RLIMIT_CORE, 0) && set_limit(RLIMIT_NOFILE, kOpenFiles) && set_limit(RLIMIT_CPU, kCpuSeconds) &&
         set_limit(RLIMIT_FSIZE, 0);
}

bool allow_reading(int ruleset, const char* path) {
  const int folder = open(path, O_PATH | O_CLOEXEC);
  if (folder < 0) return errno == ENOENT;  // not every system has every one of them
  landlock_path_beneath_attr rule{};
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
  // A rule for a single file may not speak of folders, but for folders the right to list is needed too.
  struct stat status {};
  if (fstat(folder, &status) == 0 && S_ISDIR(status.st_mode)) rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
  rule.parent_fd = folder;
  const bool added = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
  close(folder);
  return added;
}

// Every right of Landlock's first version, which all kernels with Landlock know.
constexpr __u64 kHandledAccess = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;

bool limit_paths() {
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs = kHandledAccess;
  const int ruleset =
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes.handled_access_fs, 0));
  if (ruleset < 0) return errno == ENOSYS || errno == EOPNOTSUPP;
  bool good = true;
  for (const char* path : kReadable) good = good && allow_reading(ruleset, path);
  good = good && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(ruleset);
  return good;
}

// A list of what is allowed, and not of what is forbidden: a call that the kernel learns tomorrow is then refused too.
// A refused call fails with EPERM and does not end the process, so that a library that only tries something goes on.
constexpr std::array kAllowedCalls{
    // the parent's socket, and files
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(readv),
    SCMP_SYS(writev),
    SCMP_SYS(pread64),
    SCMP_SYS(close),
    SCMP_SYS(open),
    SCMP_SYS(openat),
    SCMP_SYS(lseek),
    SCMP_SYS(stat),
    SCMP_SYS(fstat),
    SCMP_SYS(lstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(statfs),
    SCMP_SYS(fstatfs),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getdents64),
    SCMP_SYS(getcwd),
    SCMP_SYS(fcntl),
    SCMP_SYS(fadvise64),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(pipe2),
    SCMP_SYS(eventfd2),
    // memory
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    // threads of its own, signals to itself, waiting
    SCMP_SYS(futex),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(set_tid_address),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    // who and when am I
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(getrusage),
    SCMP_SYS(sysinfo),
    SCMP_SYS(uname),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getrandom),
};

bool add_rules(scmp_filter_ctx filter) {
  for (const int call : kAllowedCalls) {
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) != 0) return false;
  }
  // Each allowed where one argument is such.
  const auto allow_where = [&](int call, scmp_arg_cmp argument) {
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &argument) == 0;
  };
  const auto self = static_cast<scmp_datum_t>(getpid());
  return
      // clone makes threads but no processes; of clone3 the flags cannot be seen, and libc falls back when it is
      // missing
      allow_where(SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD}) &&
      seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 &&
      // limits may be read, not set
      allow_where(SCMP_SYS(prlimit64), {2, SCMP_CMP_EQ, 0, 0}) &&
      // abort() signals its own thread
      allow_where(SCMP_SYS(tgkill), {0, SCMP_CMP_EQ, self, 0});
}

bool limit_system_calls() {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == nullptr) return false;
  const bool good =
      seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2) == 0 && add_rules(filter) && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return good;
}

}  // namespace

bool enter_sandbox() {
  return prctl(PR_SET_DUMPABLE, 0) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && limit_resources() &&
         limit_paths() && limit_system_calls();
}

}  // namespace collega::documents
