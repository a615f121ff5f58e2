/**
 * JSON Web Key Sets of issuers (RFC 7517 §5): fetched, cached, and reduced to the keys that may verify signatures. Users' tokens
 * and providers' ID tokens are verified with the keys of this cache.
 */
@NullMarked
package io.omnibridge.adapters.support.jwks;

import org.jspecify.annotations.NullMarked;
