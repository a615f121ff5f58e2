/**
 * OAuth 2.0 client. A library implements the standards; the catalogue entry of a provider says where that provider deviates.
 */
@NullMarked
package io.omnibridge.adapters.providers.oauth;

import org.jspecify.annotations.NullMarked;
