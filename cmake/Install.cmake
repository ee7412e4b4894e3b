# SPDX-License-Identifier: MIT
# What cmake --install brings: the program, the libraries with their headers, and what find_package(margin) and
# pkg-config look for. The folder may be moved afterwards.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS margin_cli)

set_target_properties(margin_core PROPERTIES EXPORT_NAME core)
set_target_properties(margin_codec PROPERTIES EXPORT_NAME codec)
install(TARGETS margin_core margin_codec EXPORT margin INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY core/include/ codec/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

set(made ${CMAKE_CURRENT_BINARY_DIR}/install)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/margin)
configure_package_config_file(cmake/marginConfig.cmake.in ${made}/marginConfig.cmake
  INSTALL_DESTINATION ${package_folder} NO_SET_AND_CHECK_MACRO)
# Before 1.0 each minor version may change what a program sees.
write_basic_package_version_file(${made}/marginConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(EXPORT margin NAMESPACE margin:: FILE marginTargets.cmake DESTINATION ${package_folder})
install(FILES ${made}/marginConfig.cmake ${made}/marginConfigVersion.cmake DESTINATION ${package_folder})

set(pkgconfig_folder ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig)
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY ${pkgconfig_folder} OUTPUT_VARIABLE prefix_from_pkgconfig)
cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_INCLUDEDIR BASE_DIRECTORY ${pkgconfig_folder}
  OUTPUT_VARIABLE includes_from_pkgconfig)
configure_file(cmake/margin.pc.in ${made}/margin.pc @ONLY)
install(FILES ${made}/margin.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

include(cmake/Notices.cmake)
write_notices(${made}/THIRD-PARTY-NOTICES.txt "the program and the libraries" nlohmann-json3-dev libcli11-dev)
install(FILES LICENSE CHANGELOG.md ${made}/THIRD-PARTY-NOTICES.txt DESTINATION ${CMAKE_INSTALL_DOCDIR})
