/**
 * The concepts of OmniBridge: identity, account, credentials, connect, refresh, revocation and audit. Pure Java: this
 * module depends on {@code java.base} only.
 */
@NullMarked
package io.omnibridge.domain;

import org.jspecify.annotations.NullMarked;
