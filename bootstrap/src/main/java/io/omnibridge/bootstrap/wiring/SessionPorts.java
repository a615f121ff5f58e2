package io.omnibridge.bootstrap.wiring;

import io.omnibridge.application.port.BrowserSealer;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.application.session.SignOutUser;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * What {@link UiWiring} gets from the wiring of the vault.
 *
 * @param clock the store's
 */
record SessionPorts(
        BrowserSealer sealer, SignOuts signOuts, SignOutUser signOutUser, Clock clock, SecureRandom random) {}
