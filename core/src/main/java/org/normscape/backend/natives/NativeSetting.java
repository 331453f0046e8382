package org.normscape.backend.natives;

import java.util.List;

/**
 * A variable of the environment that a native library reads as it loads. What each is worth was
 * measured: docs/environment.md.
 *
 * @param variable its name
 * @param value what it has to be on this machine
 * @param cost what happens without it, as the end of a sentence
 */
public record NativeSetting(String variable, String value, String cost) {

  private static final NativeSetting ALLOCATOR =
      new NativeSetting(
          "GLIBC_TUNABLES",
          "glibc.malloc.hugetlb=1:glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=100000000000:glibc.malloc.arena_max=1:glibc.malloc.top_pad=268435456",
          "every operation gets the memory of large arrays anew from the system");

  /** That of the allocator on Linux: large arrays lie in huge pages, which are kept. */
  public static List<NativeSetting> ofAllocator() {
    return System.getProperty("os.name", "").equals("Linux") ? List.of(ALLOCATOR) : List.of();
  }

  /** As a shell takes it before a command. */
  String assignment() {
    return variable + "=" + value;
  }
}
