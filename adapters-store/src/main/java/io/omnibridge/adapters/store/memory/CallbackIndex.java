package io.omnibridge.adapters.store.memory;

import io.omnibridge.adapters.store.write.AttemptDecisions;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Whose attempt a browser comes back for, and which attempts are too old to be kept. Thread-safe. */
final class CallbackIndex {

    private final Map<HashedValue, Place> places = new ConcurrentHashMap<>();
    private final Queue<Place> oldestFirst = new ConcurrentLinkedQueue<>();

    /** Where an attempt is. */
    record Place(UserId owner, AttemptId id, HashedValue oauthState, Instant begunAt) {

        static Place of(ConnectAttempt attempt) {
            return new Place(attempt.owner(), attempt.id(), attempt.oauthState(), attempt.begunAt());
        }
    }

    Optional<Place> find(HashedValue oauthState) {
        return Optional.ofNullable(places.get(oauthState));
    }

    void add(ConnectAttempt attempt) {
        Place place = Place.of(attempt);
        places.put(place.oauthState(), place);
        oldestFirst.add(place);
    }

    void remove(ConnectAttempt attempt) {
        places.remove(attempt.oauthState());
    }

    /** Lets go of every attempt that is too old at {@code now}. */
    void forgetOld(Instant now, Consumer<Place> forget) {
        Place oldest = oldestFirst.peek();
        while (oldest != null && oldest.begunAt().plus(AttemptDecisions.KEPT).isBefore(now)) {
            if (oldestFirst.remove(oldest)) {
                places.remove(oldest.oauthState(), oldest);
                forget.accept(oldest);
            }
            oldest = oldestFirst.peek();
        }
    }
}
