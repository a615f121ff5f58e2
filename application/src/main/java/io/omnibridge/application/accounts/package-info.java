/** The use cases about a user's accounts, each a class named by its verb. */
@NullMarked
package io.omnibridge.application.accounts;

import org.jspecify.annotations.NullMarked;
