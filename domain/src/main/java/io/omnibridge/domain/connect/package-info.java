/**
 * The connect attempt, one run of OAuth's authorization-code flow (RFC 6749 §4.1), and its states. Its secrets are
 * sealed, and erased when the code exchange begins.
 */
@NullMarked
package io.omnibridge.domain.connect;

import org.jspecify.annotations.NullMarked;
