package org.orbweaver.core.radio;

/**
 * Bits that a carrier holds by how far it stands out from noise: modulations and codes of DVB-S2
 * and DVB-S2X, normal frames on a plain noisy channel (ETSI EN 302 307-1 V1.4.1 table 13, EN 302
 * 307-2 V1.1.1 table 20a), without those that another beats with less. What a real operator's modem
 * uses is not published; the ladder is alike wherever codes come close to Shannon's bound.
 */
public final class SpectralEfficiency {
  /** Es/N0 asked for in dB, bit/s/Hz; both ascending. */
  private static final double[][] LADDER = {
    {-2.85, 0.434841}, // QPSK 2/9
    {-2.03, 0.567805},
    {0.22, 0.889135},
    {1.45, 1.088581},
    {2.23, 1.188304},
    {3.10, 1.322253},
    {4.03, 1.487473}, // QPSK 3/4
    {4.73, 1.647211}, // 8APSK 5/9-L
    {5.13, 1.713601},
    {5.97, 1.972253}, // 16APSK 1/2-L
    {6.55, 2.104850},
    {6.84, 2.193247},
    {7.41, 2.370043},
    {8.10, 2.458441},
    {8.38, 2.524739},
    {8.43, 2.635236},
    {9.27, 2.745734},
    {9.71, 2.856231},
    {10.21, 2.966728}, // 16APSK 3/4
    {10.65, 3.077225},
    {11.10, 3.289502}, // 32APSK 2/3-L
    {11.75, 3.510192},
    {12.17, 3.620536},
    {13.05, 3.841226},
    {13.98, 4.206428}, // 64APSK 32/45-L
    {14.81, 4.338659},
    {15.47, 4.603122},
    {15.87, 4.735354},
    {16.55, 4.933701},
    {16.98, 5.065690}, // 256APSK 29/45-L
    {17.24, 5.241514},
    {18.10, 5.417338},
    {18.59, 5.593162},
    {18.84, 5.768987},
    {19.57, 5.900855} // 256APSK 3/4
  };

  private SpectralEfficiency() {}

  /** Bit/s/Hz of the highest step that a signal reaches; 0 where it reaches none. */
  public static double bitsPerHz(double esOverN0Db) {
    int low = 0;
    int high = LADDER.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (LADDER[middle][0] <= esOverN0Db) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? 0 : LADDER[low - 1][1];
  }
}
