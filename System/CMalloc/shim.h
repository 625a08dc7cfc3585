// The C library's allocator, which Swift's own view of the library leaves out.
#include <stdlib.h>
#if defined(__linux__)
#include <malloc.h>
#endif

// Gives freed memory back to the system, where the C library can.
static inline void alis_trim_memory(void) {
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}
