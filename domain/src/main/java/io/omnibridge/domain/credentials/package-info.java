/**
 * Secrets: one confidential string, the tokens of a token response, and their sealed form. Only {@code Secret.reveal()}
 * returns a secret's value.
 */
@NullMarked
package io.omnibridge.domain.credentials;

import org.jspecify.annotations.NullMarked;
