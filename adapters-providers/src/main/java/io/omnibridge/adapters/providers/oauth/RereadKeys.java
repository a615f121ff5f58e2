package io.omnibridge.adapters.providers.oauth;

import com.nimbusds.jose.jwk.JWKSet;

/**
 * An issuer's keys, for a token that no known key fits.
 *
 * @param areCurrent whether they were fetched after the token arrived: then a key that is missing is not published
 */
record RereadKeys(JWKSet keys, boolean areCurrent) {}
