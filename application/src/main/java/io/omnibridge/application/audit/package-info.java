/**
 * The use case that shows users their own audit log. Events are appended elsewhere, in the same write as the change
 * that they describe.
 */
@NullMarked
package io.omnibridge.application.audit;

import org.jspecify.annotations.NullMarked;
