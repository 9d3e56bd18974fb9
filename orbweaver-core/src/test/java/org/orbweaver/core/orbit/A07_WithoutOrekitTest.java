package org.orbweaver.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Where no object is in deep space, Orekit is not even loaded: the classes of core alone, with no
 * library beside them, propagate a shell.
 */
class A07_WithoutOrekitTest {
  @Test
  void aShellFliesWithNothingButCoreOnTheClassPath() throws Exception {
    assertThat(snapshot(550e3)).isEqualTo(12);
  }

  @Test
  void butDeepSpaceNeedsIt() throws Exception {
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> snapshot(20_000e3)))
        .isInstanceOf(InvocationTargetException.class)
        .hasCauseInstanceOf(NoClassDefFoundError.class);
  }

  private static Object snapshot(double altitudeM) throws Exception {
    URL core = Ephemeris.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader alone =
        new URLClassLoader(new URL[] {core}, ClassLoader.getPlatformClassLoader())) {
      Class<?> shellType = alone.loadClass(WalkerShell.class.getName());
      Object shell =
          shellType.getConstructors()[0].newInstance(
              "A", WalkerShell.meanMotionRadPerS(altitudeM, 1), 1, 3, 4, 1, 6.0, 0, 0, 0L);
      Object elements = shellType.getMethod("elements").invoke(shell);
      Class<?> ephemerisType = alone.loadClass(Ephemeris.class.getName());
      Object ephemeris = ephemerisType.getMethod("of", List.class).invoke(null, elements);
      Object snapshot = ephemerisType.getMethod("at", long.class).invoke(ephemeris, 0L);
      return snapshot.getClass().getMethod("size").invoke(snapshot);
    }
  }
}
