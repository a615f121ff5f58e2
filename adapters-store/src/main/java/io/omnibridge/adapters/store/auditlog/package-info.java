/** The chain of MACs over each user's record, by which a record that somebody changed is told from one that nobody did. */
@NullMarked
package io.omnibridge.adapters.store.auditlog;

import org.jspecify.annotations.NullMarked;
