/** A Docker image of the embedded server, made of what is on this machine, without a base image. */
@NullMarked
package dev.tck.targets.image;

import org.jspecify.annotations.NullMarked;
