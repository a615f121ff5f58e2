/**
 * The issuer of the users' JWTs as the place where people sign in to the pages, by OpenID Connect. {@code OpenIdIssuer} signs
 * them in, and {@code OpenIdLogoutTokens} verifies that they signed out there.
 */
@NullMarked
package io.omnibridge.adapters.providers.signin;

import org.jspecify.annotations.NullMarked;
