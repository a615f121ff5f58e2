/**
 * Uses of permissions: reads of a user's data at providers, and the receipts that tell of them. A receipt has no query, path
 * or content.
 */
@NullMarked
package io.omnibridge.domain.use;

import org.jspecify.annotations.NullMarked;
