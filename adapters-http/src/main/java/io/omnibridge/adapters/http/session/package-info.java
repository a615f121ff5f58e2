/**
 * Sessions of browsers, which pages need as routes of the API need a JWT: their cookies, the tokens of their forms, the sign-in, the
 * sign-out, and the issuer's notice that a user signed out there. Nothing else reads a cookie.
 */
@NullMarked
package io.omnibridge.adapters.http.session;

import org.jspecify.annotations.NullMarked;
