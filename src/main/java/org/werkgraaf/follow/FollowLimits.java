package org.werkgraaf.follow;

/**
 * What a reader takes of where it reads.
 *
 * @param lookSeconds how often it looks for another release
 * @param bundleBytesMax largest bundle, in bytes
 * @param releaseBytesMax most that a release takes when it is unpacked, in bytes
 * @param fetchMillisMax how long it may take to fetch a bundle
 * @param stallMillisMax how long nothing may come
 * @param redirectsMax how many redirects are followed, all on the same host
 */
public record FollowLimits(
        int lookSeconds,
        long bundleBytesMax,
        long releaseBytesMax,
        long fetchMillisMax,
        int stallMillisMax,
        int redirectsMax) {}
