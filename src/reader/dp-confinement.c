/* dp-confinement.c: a process that can do no more than read what it is handed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reader/dp-confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define ARCHITECTURE AUDIT_ARCH_RISCV64
#endif

/* The address space of a page of 32 MB and of what it becomes. */
#define MAX_MEMORY ((rlim_t) 3 * 1024 * 1024 * 1024)
#define MAX_SECONDS 120

#ifdef __SANITIZE_ADDRESS__
#define IS_SANITIZED TRUE
#else
#define IS_SANITIZED FALSE
#endif

static void
set_limit (int resource,
           rlim_t limit)
{
  const struct rlimit both = { limit, limit };

  if (setrlimit (resource, &both) != 0)
    g_debug ("A limit was not taken: %s", g_strerror (errno));
}

/* What computing, memory and an open pipe need. Everything else is refused with EPERM: a library that
 * asks for more is told so, and goes on without. */
static void
filter_calls (void)
{
#ifdef ARCHITECTURE
  static const int allowed[] = {
    SYS_read,
    SYS_write,
    SYS_readv,
    SYS_writev,
    SYS_recvfrom,
    SYS_sendto,
    SYS_close,
    SYS_fstat,
    SYS_lseek,
    SYS_ppoll,
    SYS_brk,
    SYS_mmap,
    SYS_munmap,
    SYS_mremap,
    SYS_mprotect,
    SYS_madvise,
    SYS_futex,
    SYS_sched_yield,
    SYS_sched_getaffinity,
    SYS_getpid,
    SYS_gettid,
    SYS_tgkill,
    SYS_getrandom,
    SYS_rt_sigaction,
    SYS_rt_sigprocmask,
    SYS_rt_sigreturn,
    SYS_sigaltstack,
    SYS_restart_syscall,
    SYS_clock_gettime,
    SYS_clock_getres,
    SYS_clock_nanosleep,
    SYS_gettimeofday,
    SYS_set_robust_list,
    SYS_exit,
    SYS_exit_group,
#ifdef SYS_poll
    SYS_poll,
#endif
#ifdef SYS_rseq
    SYS_rseq,
#endif
  };
  struct sock_filter program[4 + G_N_ELEMENTS (allowed) + 2];
  struct sock_fprog filter = { G_N_ELEMENTS (program), program };
  gsize n = 0;

  program[n++] = (struct sock_filter) BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, arch));
  program[n++] = (struct sock_filter) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
  program[n++] = (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
  program[n++] = (struct sock_filter) BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr));
  for (gsize i = 0; i < G_N_ELEMENTS (allowed); i++)
    {
      /* Over the calls that are left and the refusal, to the last instruction. */
      guint8 distance = (guint8) (G_N_ELEMENTS (allowed) - i);

      program[n++] = (struct sock_filter) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (guint32) allowed[i], distance, 0);
    }
  program[n++] = (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
  program[n++] = (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  g_assert (n == G_N_ELEMENTS (program));

  if (prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0)
    g_debug ("Calls are not filtered here: %s", g_strerror (errno));
#endif
}

void
dp_confinement_begin (void)
{
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);

  set_limit (RLIMIT_CORE, 0);
  set_limit (RLIMIT_FSIZE, 0);
  set_limit (RLIMIT_CPU, MAX_SECONDS);
  /* The sanitizers reserve terabytes and use none of it. */
  if (!IS_SANITIZED)
    set_limit (RLIMIT_AS, MAX_MEMORY);

  filter_calls ();
}

gboolean
dp_confinement_can_open_files (void)
{
  int fd = open ("/proc/self/exe", O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    return FALSE;
  close (fd);
  return TRUE;
}

gboolean
dp_confinement_can_connect (void)
{
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  if (fd < 0)
    return FALSE;
  close (fd);
  return TRUE;
}

gboolean
dp_confinement_can_fork (void)
{
  pid_t child = fork ();

  if (child < 0)
    return FALSE;
  if (child == 0)
    _exit (0);
  waitpid (child, NULL, 0);
  return TRUE;
}
