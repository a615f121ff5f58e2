package io.omnibridge.adapters.providers.yaml;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a mapping, perhaps over those of another one, whose values stand where this one says nothing. A member that
 * is {@code null} says that there is nothing, whatever the other one says. Remembers which members somebody asked for.
 */
public final class YamlMapping {

    private final YamlValue whole;
    private final Map<String, YamlValue> own;
    private final @Nullable YamlMapping below;
    private final Set<String> known = new HashSet<>();

    YamlMapping(YamlValue whole, Map<String, YamlValue> own) {
        this(whole, own, null);
    }

    private YamlMapping(YamlValue whole, Map<String, YamlValue> own, @Nullable YamlMapping below) {
        this.whole = whole;
        this.own = own;
        this.below = below;
    }

    /** These over {@code others}. */
    public YamlMapping over(YamlMapping others) {
        return new YamlMapping(whole, own, others);
    }

    /** The member of that name, here or below; empty if there is none, or it is {@code null}. */
    public Optional<YamlValue> find(String name) {
        known.add(name);
        YamlValue value = own.get(name);
        if (value == null) {
            return below == null ? Optional.empty() : below.find(name);
        }
        return Optional.of(value).filter(there -> !there.isNull());
    }

    /** The same; a problem if there is none. */
    public Optional<YamlValue> require(String name) {
        Optional<YamlValue> value = find(name);
        if (value.isEmpty()) {
            reject("must have the member " + name);
        }
        return value;
    }

    /** Says what is wrong with the mapping as a whole. */
    public void reject(String words) {
        whole.reject(words);
    }

    /** Every member of this mapping itself, by name, all of which are known from here on. */
    public Map<String, YamlValue> all() {
        known.addAll(own.keySet());
        return new LinkedHashMap<>(own);
    }

    /** Makes every member of this mapping itself that nobody asked for a problem. */
    public void rejectUnknown() {
        own.forEach((name, value) -> {
            if (!known.contains(name)) {
                value.reject("is no member that there is");
            }
        });
    }
}
