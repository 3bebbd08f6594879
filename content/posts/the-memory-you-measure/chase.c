#define _POSIX_C_SOURCE 200809L
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { LINE = 64, STEPS = 1 << 22, RUNS = 5 };

typedef struct line { struct line *next; char rest[LINE - sizeof(void *)]; } line;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

static uint64_t random64(void) {
  static uint64_t x = 88172645463325252u;
  x ^= x << 13; x ^= x >> 7; x ^= x << 17;
  return x;
}

/* One cycle through all lines, in random order (Sattolo). */
static void link_lines(line *lines, size_t *order, size_t n) {
  for (size_t i = 0; i < n; i++) order[i] = i;
  for (size_t i = n - 1; i > 0; i--) {
    size_t j = random64() % i, t = order[i];
    order[i] = order[j];
    order[j] = t;
  }
  for (size_t i = 0; i < n; i++) lines[order[i]].next = &lines[order[(i + 1) % n]];
}

int main(void) {
  size_t most = (size_t)1 << 28;
  line *lines = aligned_alloc(4096, most);
  size_t *order = malloc(most / LINE * sizeof *order);
  puts("bytes,nanoseconds");
  for (size_t bytes = 4096; bytes <= most; bytes *= 2) {
    link_lines(lines, order, bytes / LINE);
    double best = 1e18;
    line *at = lines;
    for (int run = 0; run < RUNS; run++) {
      double start = now();
      for (int i = 0; i < STEPS; i++) at = at->next;
      double each = (now() - start) / STEPS;
      if (each < best) best = each;
    }
    printf("%zu,%.2f\n", bytes, best);
    if (at == NULL) return 1; /* keeps the loop */
  }
}
