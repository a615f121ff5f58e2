/** What ends the sessions of users, and everything else that was issued to them. */
@NullMarked
package io.omnibridge.application.session;

import org.jspecify.annotations.NullMarked;
