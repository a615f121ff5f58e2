/** The OAuth client: what is standard by a library, and what each provider does otherwise by its entry in the catalogue. */
@NullMarked
package io.omnibridge.adapters.providers.oauth;

import org.jspecify.annotations.NullMarked;
