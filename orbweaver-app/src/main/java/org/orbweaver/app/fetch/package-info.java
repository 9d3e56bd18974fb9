/** Element sets from servers into a cache, politely. The only package that asks a web server. */
@NullMarked
package org.orbweaver.app.fetch;

import org.jspecify.annotations.NullMarked;
