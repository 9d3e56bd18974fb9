/**
 * Who signed what: Ed25519 keys and signed notes as C2SP writes them, cosignatures of witnesses,
 * and DSSE envelopes around what people decide. Private keys of people stay in files of their own,
 * outside of any server.
 */
@NullMarked
package org.orbweaver.governance.signing;

import org.jspecify.annotations.NullMarked;
