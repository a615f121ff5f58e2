package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.identity.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * When erased users signed out, in the memory of this process. To readers, an erasure is one step: they find the time in the user's
 * rows before it, and here after it. Thread-safe.
 */
final class ErasedSignOuts {

    private final Map<UserId, Erased> erased = new HashMap<>();
    private final Clock clock;

    ErasedSignOuts(Clock clock) {
        this.clock = clock;
    }

    private record Erased(Instant at, Instant forgottenAt) {

        Erased laterOf(Erased other) {
            return at.isAfter(other.at) ? this : other;
        }
    }

    /** @param stored reads the time in the user's rows */
    synchronized Optional<SignOut> find(UserId user, Function<UserId, Optional<Instant>> stored) {
        Stream<SignOut> ofErased = Stream.ofNullable(erased.get(user))
                .filter(last -> clock.instant().isBefore(last.forgottenAt()))
                .map(last -> new SignOut(last.at(), true));
        Stream<SignOut> ofRows = stored.apply(user).map(at -> new SignOut(at, false)).stream();
        return Stream.concat(ofErased, ofRows).max(Comparator.comparing(SignOut::at));
    }

    /**
     * Erases a user, and returns the removed rows.
     *
     * @param removal removes the user's rows
     */
    synchronized UserRows erase(UserId user, Function<UserId, UserRows> removal) {
        UserRows rows = removal.apply(user);
        rows.uses()
                .signedOutAt()
                .map(at -> new Erased(at, clock.instant().plus(SignOut.RETENTION)))
                .ifPresent(last -> erased.merge(user, last, Erased::laterOf));
        return rows;
    }

    synchronized void removeForgotten() {
        Instant now = clock.instant();
        erased.values().removeIf(last -> !now.isBefore(last.forgottenAt()));
    }
}
