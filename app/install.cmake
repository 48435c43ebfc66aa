# cmake --install BUILD [--prefix /usr]: the program, its rule files, a configuration to edit, the unit.
# With the prefix /usr as Debian has it: /usr/bin, /usr/share/khabar/conf, /etc/khabar. The program
# finds its rule files beside itself (app/conf_dir.h).
include(GNUInstallDirs)
install(TARGETS khabar RUNTIME DESTINATION bin)
install(DIRECTORY conf/boilerplate DESTINATION share/khabar/conf)
file(GLOB rule_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/conf/*.toml)
install(FILES ${rule_files} DESTINATION share/khabar/conf)
install(DIRECTORY conf/sources DESTINATION share/khabar/conf OPTIONAL)
file(GLOB documents CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/*.md)
install(FILES README.md LICENSE ${documents} DESTINATION share/doc/khabar)
install(FILES conf/khabar.sysusers DESTINATION lib/sysusers.d RENAME khabar.conf)
# The prefix may be named at install time, so what depends on it is decided then.
install(CODE "set(KHABAR_CONF \"${PROJECT_SOURCE_DIR}/conf\")")
install(CODE [[
  set(prefix "${CMAKE_INSTALL_PREFIX}")
  set(etc "${prefix}/etc")
  if(prefix STREQUAL "/usr")
    set(etc "/etc")
  endif()
  # What a person has edited stays.
  if(EXISTS "$ENV{DESTDIR}${etc}/khabar/news.toml")
    message(STATUS "Keeping: $ENV{DESTDIR}${etc}/khabar/news.toml")
  elseif(EXISTS "${KHABAR_CONF}/news.toml")
    file(INSTALL DESTINATION "${etc}/khabar" TYPE FILE FILES "${KHABAR_CONF}/news.toml")
    file(INSTALL DESTINATION "${etc}/khabar" TYPE DIRECTORY FILES "${KHABAR_CONF}/sources")
  endif()
  file(READ "${KHABAR_CONF}/khabar.service" unit)
  string(REPLACE "/usr/bin/" "${prefix}/bin/" unit "${unit}")
  string(REPLACE "/usr/share/" "${prefix}/share/" unit "${unit}")
  string(REPLACE "/etc/khabar/" "${etc}/khabar/" unit "${unit}")
  file(WRITE "$ENV{DESTDIR}${prefix}/lib/systemd/system/khabar.service" "${unit}")
  message(STATUS "Installing: $ENV{DESTDIR}${prefix}/lib/systemd/system/khabar.service")
]])
