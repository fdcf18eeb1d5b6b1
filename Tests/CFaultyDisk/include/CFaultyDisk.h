#pragma once

/// What happens at the chosen step.
enum faulty_disk_fault {
  faulty_disk_none,
  /// The process is gone, as by `kill -9`.
  faulty_disk_kill,
  /// One write or truncation fails.
  faulty_disk_write_error,
  /// The next sync fails, whenever it comes.
  faulty_disk_sync_error,
  /// The next write to a database itself fails, which only a checkpoint does.
  faulty_disk_checkpoint_error,
  /// Every write from then on finds no room.
  faulty_disk_full,
  /// Every write to a database itself finds no room; the log still does.
  faulty_disk_full_checkpoint,
};

/// Puts a file system that fails on demand under every SQLite connection of this process. Steps are the writes, syncs and truncations of
/// databases and logs, and for a kill the locks too.
void faulty_disk_install(void);

/// Lets the step after so many more meet a fault.
void faulty_disk_arm(enum faulty_disk_fault fault, long after);

/// How many steps there were since it was armed last.
long faulty_disk_steps(void);

/// Writes what is done to databases and logs into a file: records of five numbers and the bytes.
void faulty_disk_trace(const char *path);

/// Notes in the trace that so much was acknowledged.
void faulty_disk_mark(long number);

/// Writes down which files and folders under a folder are brought to the disk from now on, and refuses one of them, counted from 1; 0
/// refuses none. On Linux only.
void faulty_sync_watch(const char *folder, long refused);

/// Their paths, as they were when they were brought to the disk, a line each.
const char *faulty_sync_paths(void);
