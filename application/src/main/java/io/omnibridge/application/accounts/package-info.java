/**
 * Use cases about one user's accounts: link, find, list and unlink. Each is a class named by its verb and takes the
 * caller, who is always the owner.
 */
@NullMarked
package io.omnibridge.application.accounts;

import org.jspecify.annotations.NullMarked;
