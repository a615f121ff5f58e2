/**
 * The use case that checks a caller's permission. Every route checks its permission here, and a refusal is counted beside the
 * audit log.
 */
@NullMarked
package io.omnibridge.application.access;

import org.jspecify.annotations.NullMarked;
