/** One set of tests of the store, on SQLite and on a real PostgreSQL; then what can go wrong. */
@NullMarked
package org.orbweaver.app.store;

import org.jspecify.annotations.NullMarked;
