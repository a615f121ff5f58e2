/** Authentication of users: verifies a bearer token (RFC 6750) and returns its caller. Knows nothing of HTTP servers. */
@NullMarked
package io.omnibridge.adapters.http.jwt;

import org.jspecify.annotations.NullMarked;
