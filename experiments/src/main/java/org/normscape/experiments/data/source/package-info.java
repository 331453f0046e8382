/**
 * The data sets that configuration can name, one record each. To add one, write a record that is a
 * {@link org.normscape.experiments.data.DataSource}, in this package or in a jar of your own.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.data.source.Auto}
 *   <dd>the default: what a folder is recognized to hold, else CIFAR-10 where it is at hand, else
 *       the part of Fashion-MNIST that comes along
 *   <dt>{@link org.normscape.experiments.data.source.Cifar10}, {@link
 *       org.normscape.experiments.data.source.Cifar100}, {@link
 *       org.normscape.experiments.data.source.FashionMnist}, {@link
 *       org.normscape.experiments.data.source.Mnist}
 *   <dd>images of a name
 *   <dt>{@link org.normscape.experiments.data.source.ImageFolder}, {@link
 *       org.normscape.experiments.data.source.NumpyArrays}, {@link
 *       org.normscape.experiments.data.source.CsvTable}, {@link
 *       org.normscape.experiments.data.source.IdxFiles}
 *   <dd>data of one's own, read by {@code data.own}
 *   <dt>{@link org.normscape.experiments.data.source.Stripes}
 *   <dd>drawn images
 *   <dt>{@link org.normscape.experiments.data.source.GaussianLinearMap}, {@link
 *       org.normscape.experiments.data.source.LeastSquares}, {@link
 *       org.normscape.experiments.data.source.TeacherStudent}
 *   <dd>regression on what a known function says of random vectors
 * </dl>
 */
@NullMarked
package org.normscape.experiments.data.source;

import org.jspecify.annotations.NullMarked;
