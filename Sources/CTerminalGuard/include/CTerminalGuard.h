// What needs storage in C because a signal handler may touch nothing else.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

/// Has a program that is started close everything from a descriptor on; `actions` are those of `posix_spawn`.
void guard_close_from(void *actions, int first);

/// Unblocks every signal: children of test threads inherit a blocking mask.
void guard_clear_mask(void);

/// Turns WINCH, TERM, HUP, INT, QUIT, TSTP, CONT and USR2 into bytes on a pipe and returns its read end, or -1.
int guard_watch(void);
/// Empties the pipe and returns the signals that came, bit n for signal n.
uint64_t guard_taken(void);
/// Gives the signals back to whoever had them.
void guard_unwatch(void);

/// Stops this process as the shell's key would, until it is continued; where no shell could do that, the system leaves it
/// out. Where `guard_watch` is on, whether it was continued.
bool guard_stop(void);

/// From now on a fatal signal first writes `leave` to the terminal and restores `saved`, then goes its old way.
void guard_arm(int terminal, const struct termios *saved, const char *leave, size_t length);
/// Ends that.
void guard_disarm(void);

/// Asks for SIGHUP when the parent dies; false when it is dead already.
bool guard_follow_parent(pid_t parent);
/// Passes TERM, HUP, INT, QUIT, TSTP, CONT and USR2 on to a child; TERM, HUP, INT and QUIT ask it to end and are followed by
/// KILL after `patience` seconds.
/// Call with 0 before the child exists, then with its id: what came between is passed on.
void guard_forward_to(pid_t child, unsigned patience);
/// Whether it was asked to end by one of them; to be asked when the child is gone, whom nothing has to kill any more.
bool guard_was_ended(void);
/// Whether it was continued itself just now, asked for once: a child that stopped before that goes on with it.
bool guard_was_continued(void);
