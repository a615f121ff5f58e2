package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.domain.InvalidValue;

/** Kind of the store that keeps the vault. */
public enum StoreKind {
    /** The heap of this process. */
    MEMORY,

    /** A PostgreSQL database that any number of nodes share. */
    POSTGRES,

    /** A Redis server or Redis Cluster that any number of nodes share. */
    REDIS;

    /**
     * Returns the durable kind that {@code word} names.
     *
     * @throws InvalidValue if it names none
     */
    public static StoreKind durable(String word) {
        InvalidValue.unless(word.equals(POSTGRES.word()) || word.equals(REDIS.word()), "must be postgres or redis");
        return word.equals(REDIS.word()) ? REDIS : POSTGRES;
    }

    /** Returns the name of the kind in settings and options. */
    public String word() {
        return EnumWords.of(this);
    }
}
