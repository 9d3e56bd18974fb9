/**
 * The Merkle tree of RFC 6962 over SHA-256: hashes, ranges, proofs of inclusion and of consistency,
 * made and checked.
 */
@NullMarked
package org.orbweaver.governance.merkle;

import org.jspecify.annotations.NullMarked;
