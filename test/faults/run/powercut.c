/*
 * Stands between a Redis and its disk. What is written to files under appendonlydir is held back in memory until it is
 * synced; a kill -9 then loses all that never was, which is the worst that a power cut may do. POWERCUT_TALLY names a
 * file of four 64-bit numbers that outlives the process: bytes held now, bytes lost by all cuts so far, bytes synced, and
 * whether it is to die at the very moment at which it would sync next.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { FILES = 4096 };
static struct { int watched; size_t length, room; char *bytes; } held[FILES];
static struct { volatile uint64_t held, lost, synced, armed; } *tally;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
  int fd = syscall(SYS_openat, AT_FDCWD, getenv("POWERCUT_TALLY"), O_RDWR);
  tally = mmap(NULL, sizeof *tally, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (tally == MAP_FAILED) abort();
  syscall(SYS_close, fd);
  tally->lost += tally->held; /* Whoever held them is dead. */
  tally->held = tally->armed = 0;
}

static int watched(int fd) { return fd >= 0 && fd < FILES && held[fd].watched; }

static int opened(int folder, const char *path, int flags, mode_t mode) {
  int fd = syscall(SYS_openat, folder, path, flags, mode);
  if (fd >= 0 && (flags & O_ACCMODE) != O_RDONLY && strstr(path, "appendonlydir/")) {
    if (fd >= FILES) abort();
    held[fd].watched = 1;
  }
  return fd;
}

/* Writes what is held for a file; what the kernel has is as good as on the disk here. */
static int through(int fd) {
  size_t done = 0;
  while (done < held[fd].length) {
    ssize_t count = syscall(SYS_write, fd, held[fd].bytes + done, held[fd].length - done);
    if (count < 0) return -1;
    done += count;
  }
  tally->held -= done;
  tally->synced += done;
  held[fd].length = 0;
  return 0;
}

static int synced(int fd, long call) {
  pthread_mutex_lock(&lock);
  if (watched(fd) && held[fd].length > 0 && tally->armed) kill(getpid(), SIGKILL);
  int failed = watched(fd) && through(fd) < 0;
  pthread_mutex_unlock(&lock);
  return failed ? -1 : syscall(call, fd);
}

static mode_t mode_in(va_list words, int flags) {
  return flags & (O_CREAT | O_TMPFILE) ? va_arg(words, mode_t) : 0;
}

#define OPEN(name) int name(const char *path, int flags, ...) { va_list words; va_start(words, flags); \
  mode_t mode = mode_in(words, flags); va_end(words); return opened(AT_FDCWD, path, flags, mode); }
#define OPEN_AT(name) int name(int folder, const char *path, int flags, ...) { va_list words; va_start(words, flags); \
  mode_t mode = mode_in(words, flags); va_end(words); return opened(folder, path, flags, mode); }
OPEN(open) OPEN(open64) OPEN_AT(openat) OPEN_AT(openat64)

ssize_t write(int fd, const void *bytes, size_t length) {
  if (!watched(fd)) return syscall(SYS_write, fd, bytes, length);
  pthread_mutex_lock(&lock);
  size_t wanted = held[fd].length + length;
  if (wanted > held[fd].room) {
    held[fd].room = 2 * wanted;
    held[fd].bytes = realloc(held[fd].bytes, held[fd].room);
    if (!held[fd].bytes) abort();
  }
  memcpy(held[fd].bytes + held[fd].length, bytes, length);
  held[fd].length = wanted;
  tally->held += length;
  pthread_mutex_unlock(&lock);
  return length;
}

/* A Redis that wrote its log in another way would not be held back: better that it stops. */
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
  if (watched(fd)) abort();
  return syscall(SYS_pwrite64, fd, bytes, length, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) { return pwrite(fd, bytes, length, at); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (watched(fd)) abort();
  return syscall(SYS_writev, fd, parts, count);
}

int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

/* A file that is closed without a sync is on its way to the disk, and nothing is left to hold it back by. */
int close(int fd) {
  if (watched(fd)) {
    pthread_mutex_lock(&lock);
    through(fd);
    held[fd].watched = 0;
    pthread_mutex_unlock(&lock);
  }
  return syscall(SYS_close, fd);
}
