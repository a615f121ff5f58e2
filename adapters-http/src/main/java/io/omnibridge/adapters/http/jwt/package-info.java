/** Who asks: turns a bearer token (RFC 6750) into a verified caller, or says why it does not. Knows nothing of HTTP servers. */
@NullMarked
package io.omnibridge.adapters.http.jwt;

import org.jspecify.annotations.NullMarked;
