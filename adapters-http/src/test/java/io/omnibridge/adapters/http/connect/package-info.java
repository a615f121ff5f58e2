/** Tests of the connect routes over HTTP. */
@NullMarked
package io.omnibridge.adapters.http.connect;

import org.jspecify.annotations.NullMarked;
