package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.domain.InvalidValue;

/** Where accounts are kept. */
public enum StoreKind {
    /** In the heap of this process. */
    MEMORY,

    /** In a PostgreSQL database that any number of nodes share. */
    POSTGRES,

    /** In one Redis, or a Redis Cluster, that any number of nodes share. */
    REDIS;

    /**
     * One that outlives a process, by its name in a setting.
     *
     * @throws InvalidValue if it is none
     */
    public static StoreKind durable(String word) {
        InvalidValue.unless(word.equals(POSTGRES.word()) || word.equals(REDIS.word()), "must be postgres or redis");
        return word.equals(REDIS.word()) ? REDIS : POSTGRES;
    }

    /** As it stands in a setting. */
    public String word() {
        return EnumWords.of(this);
    }
}
