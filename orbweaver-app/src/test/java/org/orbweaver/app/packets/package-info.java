/** Tests of packets' helpers that need no network. */
@NullMarked
package org.orbweaver.app.packets;

import org.jspecify.annotations.NullMarked;
