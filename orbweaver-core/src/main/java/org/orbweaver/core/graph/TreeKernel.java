package org.orbweaver.core.graph;

import java.util.ServiceLoader;

/**
 * Makes {@link TreeRows}. Found by {@link ServiceLoader}, never required: plain Java is always
 * there, and finds the same trees.
 */
public interface TreeKernel {
  /**
   * Whether it can run on this machine with these settings, and has so far been as quick as it
   * should be.
   */
  boolean isSound();

  /** Trees that it grows side by side where there are this many sources. */
  int lanes(int sources);

  /** Empty trees. */
  TreeRows rows(int places, int lanes);

  /** The kernel that is always there. */
  static TreeKernel plain() {
    return PlainTreeKernel.INSTANCE;
  }

  /** A kernel that this machine and its settings have beside the plain one, or else that. */
  static TreeKernel best() {
    return Found.BEST;
  }

  /** Looked for once, when first asked for. */
  final class Found {
    private static final TreeKernel BEST =
        ServiceLoader.load(TreeKernel.class, TreeKernel.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .filter(TreeKernel::isSound)
            .findFirst()
            .orElse(plain());

    private Found() {}
  }
}
