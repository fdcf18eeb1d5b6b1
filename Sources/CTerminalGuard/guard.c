#define _GNU_SOURCE
#include "CTerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

void guard_close_from(void *actions, int first) {
#ifdef __linux__
  posix_spawn_file_actions_addclosefrom_np(actions, first);
#endif
}

void guard_clear_mask(void) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

// Signals as bytes on a pipe. The flags say what came; a byte says only that something did, so a full pipe loses nothing.

static const int watched[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGUSR2};
enum { WATCHED = sizeof watched / sizeof *watched };
static struct sigaction before[WATCHED];
static volatile sig_atomic_t came[NSIG];
static int pipe_ends[2] = {-1, -1};

static void note(int signal) {
  int kept = errno;
  came[signal] = 1;
  char byte = 1;
  if (write(pipe_ends[1], &byte, 1) < 0) { /* full: a byte is waiting already */ }
  errno = kept;
}

int guard_watch(void) {
  if (pipe(pipe_ends) != 0) return -1;
  for (int end = 0; end < 2; end++) {
    fcntl(pipe_ends[end], F_SETFD, FD_CLOEXEC);
    fcntl(pipe_ends[end], F_SETFL, O_NONBLOCK);
  }
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < WATCHED; i++) {
    came[watched[i]] = 0;
    sigaction(watched[i], &action, &before[i]);
  }
  signal(SIGPIPE, SIG_IGN);
  return pipe_ends[0];
}

uint64_t guard_taken(void) {
  char bytes[256];
  while (read(pipe_ends[0], bytes, sizeof bytes) > 0) {}
  uint64_t taken = 0;
  for (int i = 0; i < WATCHED; i++) {
    if (!came[watched[i]]) continue;
    came[watched[i]] = 0;
    taken |= (uint64_t)1 << watched[i];
  }
  return taken;
}

void guard_unwatch(void) {
  if (pipe_ends[0] < 0) return;
  for (int i = 0; i < WATCHED; i++) sigaction(watched[i], &before[i], NULL);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
}

bool guard_stop(void) {
  sigset_t stop, mask;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  // Blocked meanwhile: another one that comes now must not stop this twice.
  pthread_sigmask(SIG_BLOCK, &stop, &mask);
  struct sigaction plain = {.sa_handler = SIG_DFL}, kept;
  sigaction(SIGTSTP, &plain, &kept);
  came[SIGTSTP] = came[SIGCONT] = 0;
  raise(SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop, NULL);
  sigaction(SIGTSTP, &kept, NULL);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  return came[SIGCONT];
}

// Fatal signals: the terminal first, then the old way (the backtrace, the core file, the end).

static const int fatal[] = {SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE};
enum { FATAL = sizeof fatal / sizeof *fatal };
static struct sigaction fatal_before[FATAL];
static volatile sig_atomic_t armed;
static int armed_terminal;
static struct termios armed_modes;
static char armed_leave[256];
static size_t armed_length;
static char stack[65536];

static void give_back(int number, siginfo_t *info, void *context) {
  if (armed) {
    armed = 0;
    // From the background the modes cannot be changed otherwise.
    signal(SIGTTOU, SIG_IGN);
    if (write(armed_terminal, armed_leave, armed_length) != (ssize_t)armed_length) {
      // It does not read: what it has not read yet makes room.
      tcflush(armed_terminal, TCOFLUSH);
      if (write(armed_terminal, armed_leave, armed_length) < 0) {
        // What the backtrace says of itself would wait for it.
        int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
      }
    }
    tcsetattr(armed_terminal, TCSANOW, &armed_modes);
  }
  struct sigaction old = {.sa_handler = SIG_DFL};
  for (int i = 0; i < FATAL; i++) {
    if (fatal[i] == number) old = fatal_before[i];
  }
  sigaction(number, &old, NULL);
  // A faulting instruction faults again on return, so that the old handler sees the true place; a sent signal does not.
  if (info != NULL && info->si_code > 0 && number != SIGTRAP) return;
  // The old handler (the backtrace) returns, because after a fault the end would come by itself. Here it is brought about.
  if (old.sa_flags & SA_SIGINFO) old.sa_sigaction(number, info, context);
  struct sigaction end = {.sa_handler = SIG_DFL};
  sigaction(number, &end, NULL);
  raise(number);
}

void guard_arm(int terminal, const struct termios *saved, const char *leave, size_t length) {
  armed_terminal = terminal;
  armed_modes = *saved;
  armed_length = length < sizeof armed_leave ? length : sizeof armed_leave;
  memcpy(armed_leave, leave, armed_length);
  stack_t present;
  if (sigaltstack(NULL, &present) == 0 && (present.ss_flags & SS_DISABLE)) {
    stack_t mine = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&mine, NULL);
  }
  // Not deferred: whoever traces a fault meets the same signal where memory cannot be read.
  struct sigaction action = {.sa_sigaction = give_back, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  armed = 1;
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &action, &fatal_before[i]);
}

void guard_disarm(void) {
  if (!armed) return;
  armed = 0;
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &fatal_before[i], NULL);
}

// Parent and child.

bool guard_follow_parent(pid_t parent) {
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGHUP);
  // Started as /proc/self/exe it would be listed as exe.
  prctl(PR_SET_NAME, program_invocation_short_name);
#endif
  return getppid() == parent;
}

static volatile pid_t forward_child;
static volatile sig_atomic_t forward_patience;
static volatile sig_atomic_t early;
static volatile sig_atomic_t ended;
static volatile sig_atomic_t continued;

static sig_atomic_t seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (sig_atomic_t)now.tv_sec;
}

static void forward(int signal) {
  int kept = errno;
  if (signal == SIGCONT) continued = seconds();
  if (forward_child == 0) {
    early |= 1 << signal;
  } else if (signal == SIGALRM) {
    kill(forward_child, SIGKILL);
  } else {
    kill(forward_child, signal);
    if (signal == SIGTERM || signal == SIGHUP || signal == SIGINT || signal == SIGQUIT) {
      ended = 1;
      alarm((unsigned)forward_patience);
    }
  }
  errno = kept;
}

bool guard_was_ended(void) {
  alarm(0);
  return ended;
}

void guard_forward_to(pid_t child, unsigned patience) {
  forward_child = child;
  forward_patience = (sig_atomic_t)patience;
  if (child != 0) {
    int waiting = early;
    early = 0;
    for (int signal = 1; signal < 31; signal++) {
      if (waiting & 1 << signal) forward(signal);
    }
    return;
  }
  ended = 0;
  struct sigaction action = {.sa_handler = forward, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  const int passed[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGUSR2, SIGALRM};
  for (size_t i = 0; i < sizeof passed / sizeof *passed; i++) sigaction(passed[i], &action, NULL);
  signal(SIGTTOU, SIG_IGN);
  // A fault of its own ends it at once, and with it the screen, which gives the terminal back: a backtrace would first ask questions.
  for (int i = 0; i < FATAL; i++) signal(fatal[i], SIG_DFL);
}

bool guard_was_continued(void) {
  bool was = continued != 0 && seconds() - continued < 2;
  continued = 0;
  return was;
}
