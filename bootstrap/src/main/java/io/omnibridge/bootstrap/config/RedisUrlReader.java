package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.store.redis.client.RedisUrl;
import io.omnibridge.domain.InvalidValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reader of a URL of Redis that may change in user and password only. Not thread-safe. */
final class RedisUrlReader implements Function<String, RedisUrl> {

    private final Cleartext cleartext;
    private @Nullable RedisUrl first;

    RedisUrlReader(Cleartext cleartext) {
        this.cleartext = cleartext;
    }

    /** @throws InvalidValue if the URL is wrong, or of another server than the first one */
    @Override
    public RedisUrl apply(String text) {
        RedisUrl url = RedisUrl.parse(text);
        cleartext.requirePrivate(url.hasPrivateTraffic(), "use rediss://");
        first = first == null ? url : first;
        InvalidValue.unless(first.isSameServerAs(url), "names another server: restart to use it");
        return url;
    }
}
